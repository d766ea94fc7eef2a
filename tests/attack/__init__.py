"""What an attacker would try, on loopback alone, bounded in number and time.

    cd tests && python -m attack            # every attack, with its figures
    cd tests && python -m attack feed slow  # some of them

`attack.site` starts a server as a process and measures how long the others wait; the other modules
hold one kind of attack each. The tests beside them assert what must hold on any machine: what is
refused and how, what is bounded, that others are answered while an attack is held open. Seconds
are for whoever runs the scripts.
"""
