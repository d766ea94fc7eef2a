"""gofteh beside other work on the same articles: what reading costs, and how that grows.

    make beside ARTICLES='NEWS.jsonl.gz …'

Every measurement is a process of its own, which has done other articles before its time begins. A
``sample`` of the articles is taken by outlet; ``systems`` says who is measured and with which
interpreter; ``measure`` starts the processes (``worker``, which stands alone) one after another,
all systems in each round, so that what else the machine does meets all of them; ``growth`` lets
the number of articles and their length grow; ``table`` prints.
"""
