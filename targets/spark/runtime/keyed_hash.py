def hash_by(name, secret_name):
    """Makes the session's function `keyed_hash_<name>`: bytes to the hexadecimal digits of their HMAC-SHA-256 by a key, which is a secret's text in UTF-8.

    The key goes to Python's workers within the function. Of that plans, and the pages and logs that show them, have the name
    alone, where the key in an expression would stand in all of them.
    """
    import hmac

    import pandas as pd
    from pyspark.sql.functions import pandas_udf

    key = secret(secret_name).encode("utf-8")
    # A shorter one than the hash is weaker than it. https://www.rfc-editor.org/rfc/rfc2104#section-3
    if len(key) < 32:
        raise ValueError(f"The secret '{secret_name}', by which '{name}' hashes, is shorter than 32 bytes: such a key can be found by trying. Put a longer one into the vault, made at random.")

    def hashes(values: pd.Series) -> pd.Series:
        return pd.Series([None if value is None else hmac.digest(key, value, "sha256").hex() for value in values], dtype="object")

    spark.udf.register(f"keyed_hash_{name}", pandas_udf(hashes, "string"))
