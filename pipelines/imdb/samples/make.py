"""Makes the archives: what is in them stands here to be read."""

import os
import zipfile

WAVES = {
    "titles-1": {
        "part-1.csv": 'tconst,primary_title,genres\ntt0000001,Carmencita,"Documentary,Short"\ntt0000002,"The Clown, and his Dogs","Animation, Short"\n',
        "part-2.csv": 'genres,tconst,primary_title\n,tt0000003,Łódź\n"Comedy,,Romance ",tt0000004,\n',
    },
    "titles-2": {
        "part-1.csv": 'tconst,primary_title,genres\ntt0000001,Carmencita,Short\ntt0000003,Łódź,Drama\n',
        "more/part-2.csv": 'tconst,primary_title,genres\ntt0000005,"A ""quoted"" one",Western\n',
    },
}

if __name__ == "__main__":
    here = os.path.dirname(os.path.abspath(__file__))
    for name, entries in WAVES.items():
        with zipfile.ZipFile(os.path.join(here, f"{name}.csv.zip"), "w", zipfile.ZIP_DEFLATED) as archive:
            for entry, text in entries.items():
                archive.writestr(zipfile.ZipInfo(entry, (2026, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
