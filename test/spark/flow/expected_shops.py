"""What the table of test/functions/called must hold when an API's answer has been taken: calculated in plain Python.

    python3 expected_shops.py SAMPLE    prints [[id, city, sales], …]
"""

import json
import sys
from decimal import Decimal

with open(sys.argv[1], encoding="utf-8") as file:
    (page,) = json.load(file, parse_float=Decimal, parse_int=Decimal)["/shops"]

print(json.dumps([[str(one["id"]), one["city"], str(one["sales"].quantize(Decimal("0.01")))] for one in page["shops"]]))
