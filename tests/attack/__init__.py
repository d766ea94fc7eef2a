"""What an attacker would try, on loopback alone, bounded in number and time.

    cd tests && python -m attack            # every attack, with its figures
    cd tests && python -m attack feed slow  # some of them

    cd .. && PYTHONPATH=tests python -m attack.fuzz   # random input to reading, repair, extraction
    cd .. && PYTHONPATH=tests python -m attack.kill   # `kill -9` at random moments
    cd .. && PYTHONPATH=tests python -m attack.soak   # readers, writers and attackers for an hour

`attack.site` starts a server as a process and measures how long the others wait; the other modules
hold one kind of attack each. The tests beside them assert what must hold on any machine: what is
refused and how, what is bounded, that others are answered while an attack is held open. Seconds
are for whoever runs the scripts.
"""
