/** Mutants of the golden's statements that mean the same, each with the tokens around it, and why. */
export const equivalents: readonly { readonly shape: RegExp; readonly because: string }[] = [
  { shape: /: AS → nothing$/, because: "before the name of a column AS may be left out" },
  { shape: /datetime2\(7.*: 7 → 6$/, because: "a time of the lake has six digits" },
  {
    shape: /varchar\(8000\).*: 8000 → 7999$/,
    because: "no text is that long, and it is not the type of a column that is shown",
  },
  {
    shape: /varchar\(max\).*: max → 8000$/,
    because: "one part of a text that is put together is enough to give it any length",
  },
  {
    shape: /varchar\(\d+.*: (4 → 5|8 → 9|10 → 11|20 → 19|20 → 21|64 → 65|256 → 257)$/,
    because: "the texts are shorter",
  },
  {
    shape: /DATALENGTH\((LEFT|RIGHT)\(.*: (LEFT → RIGHT|RIGHT → LEFT)$/,
    because: "a text is longer than its beginning where it is longer than its end",
  },
  { shape: /\), 8000\).*\b256.*: 8000 → (7999|8001)$/, because: "only what has at most 256 bytes is shown" },
  { shape: /decimal\((2, [12]|4, 2).*: (2 → 3|4 → 5)$/, because: "it is made a wider one" },
  {
    shape: /AS (int|bit)\) AS (int|bit)\) AS.*: (int → bigint|bit → int)$/,
    because: "it is cast to the shown type behind",
  },
  { shape: /THEN 1 (ELSE 0 END AS bit|WHEN NOT).*: 1 → 2$/, because: "a bit is 1 for every number but 0" },
  { shape: /CAST\(0 AS bit\) IS .*: 0 → 1$/, because: "neither is null" },
  { shape: /CAST\(0 AS bit\).*: bit → int$/, because: "numbers of both types are compared by value" },
  { shape: /N'żółw'.* → 'żółw'$/, because: "the database's own texts are UTF-8" },
  { shape: /DATALENGTH\('test'\).* → 'TEST'$/, because: "it is as long" },
  { shape: /'SHA2_256' → 'sha2_256'$/, because: "names of algorithms have no case" },
  { shape: /: CAST → TRY_CAST$/, because: "no cast from a decimal fails there" },
  {
    shape: /TRY_CAST\(SUM\((\[g\]\.|DISTINCT CAST|CASE WHEN): TRY_CAST → CAST$/,
    because: "sums of few and small numbers fit",
  },
  { shape: /decimal\(38, 0.*: 38 → 37$/, because: "no sum is that long" },
  { shape: /THEN 1 END\) AS.*: 1 → (2|0|'1')$/, because: "what is not null is counted" },
  { shape: /\+ '\.'.*: '\.' → '\.x'$/, because: "the text ends with no space" },
  { shape: /\[kind\], MAX.*: MAX → MIN$/, because: "the rows of a kind have one of it" },
  { shape: /INNER JOIN.*: INNER → nothing$/, because: "a join is an inner one" },
  {
    shape: /CAST\((\d[\d.]*) AS (bit|decimal)\b.*: \1 → '\1'$/,
    because: "the text of a number is cast to what the number is",
  },
];

/** The same of the procedure that refreshes what is kept as files of its own, and of the statements that it makes. */
export const keptEquivalents: typeof equivalents = [
  {
    shape: /N'gifts_'.* → N'gifts_x'$/,
    because: "the table's name in the catalogue is seen by nobody, and goes again",
  },
  { shape: /: AS → nothing$/, because: "before the name of a column AS may be left out" },
];

/** The same of a view of landed CSV. */
export const landedEquivalents: typeof equivalents = [
  { shape: /: AS → nothing$/, because: "before the name of a column AS may be left out" },
  { shape: /: '.*(?: is no |fewer cells).*' → '.*'$/, because: "they are the words of a cast that fails" },
  { shape: /\[weight\] varchar\(8000\).*: 8000 → 7999$/, because: "no cell but a text is that long" },
  { shape: /WITH \( \[(?!item).*: 8000 → 7999$/, because: "no cell but a text is that long" },
  { shape: /NULL AS varchar\(8000\).*: 8000 → 7999$/, because: "the other branch has the longer type" },
  { shape: /CAST\(NULL AS.*: CAST → TRY_CAST$/, because: "null is one of every type" },
  { shape: /the header\.' END AS bit\) = 1.*: bit → int$/, because: "1 is 1" },
  {
    shape: /'_{19}%\[\^.*' → '_{18}%\[\^/,
    because: "a digit stands before",
  },
  {
    shape: /(?:'%\[,\/\]%' → '\[,\/\]%'|'%\.%\.%' → '\.%\.%'|'%\[eE\]%' → '%?\[[eE]E\]%')$/,
    because: "a cast fails here of what the pattern leaves, too",
  },
];

/** The same of the procedure that refreshes what is kept apart by days. */
export const partitionEquivalents: typeof equivalents = [
  { shape: /: N'[\s\S]*' → '[\s\S]*'$/, because: "the texts are of ASCII" },
  { shape: /: (\d+) → '\1'$/, because: "a text that is a number is made one" },
  { shape: /: AS → nothing$/, because: "before the name of a column AS may be left out" },
  {
    shape: /@run varchar\(100.*: (varchar → nvarchar|100 → 101|100 → 99)$/,
    because: "no run has a name that is as long",
  },
  { shape: /\(100\), @all bit = 0.*: bit → int$/, because: "it is given as 1 or left out" },
  {
    shape: /(@table|@condition|@folder) nvarchar\(1.*: (128 → 12[79]|100 → 101|100 → 99|1000 → 1001|1000 → 999)$/,
    because: "none is as long",
  },
  { shape: /@at int = 1.*: int → bigint$/, because: "it is no large number" },
  {
    shape: /@value varchar\(20\).*: (varchar → (nvarchar|char)|20 → 21|20 → 19)$/,
    because: "a day has ten characters",
  },
  { shape: /CONVERT\(varchar.*: (varchar → (nvarchar|char)|20 → 21|20 → 19)$/, because: "a day has ten characters" },
  {
    shape: /AS varchar\(max.*: (varchar → nvarchar|max → 8000)$/,
    because: "they are put together to one of any length here",
  },
  { shape: /\), ''\); IF @found IS.*: '' → 'x'$/, because: "it is shorter than a value" },
  { shape: /IF DATALENGTH\(@found\).*: DATALENGTH → LEN$/, because: "less than one value is left out at the end" },
  { shape: /@at < DATALENGTH\(@found\).*: DATALENGTH → LEN$/, because: "the last value begins before its end" },
  { shape: /> 20000.*: 20000 → 20001$/, because: "values have 20 characters" },
  { shape: /AND name > @table.*: > → >=$/, because: "the one before is gone" },
  {
    shape: /\(name, 27, 20\) = N'null'.*: (27 → 2[68]|20 → 21|20 → 19)$/,
    because: "null comes behind each day, and is due by that too",
  },
  {
    shape: /= N'null' OR SUBSTRING.*: (= → >|N'null' → N'nullx')$/,
    because: "null comes behind each day, and is due by that too",
  },
  { shape: /\(name, 27, 20\) >= CONVERT.*: (20 → 21|20 → 19)$/, because: "a day has ten characters" },
  { shape: /^\(@found, @at, 20\).*: 20 → 19$/, because: "a day has ten characters" },
  { shape: /@paths\) > 0.*: 0 → 1$/, because: "a path stands before the comma" },
];

/** The same of a view of lines of JSON that landed. */
export const linesEquivalents: typeof equivalents = [
  { shape: /: AS → nothing$/, because: "before the name of a column AS may be left out" },
  { shape: /: N'(\w+\.?)' → '\1'$/, because: "names of fields are of ASCII here" },
  { shape: /: '.*(?: is no |there twice).*' → '.*'$/, because: "they are the words of a cast that fails" },
  { shape: /\[value\] AS varchar\(8000.*: 8000 → 7999$/, because: "no decimal is that long" },
  { shape: /> 8000\) THEN 'spent.*: (> → >=|8000 → 8001|8000 → 7999)$/, because: "no decimal is that long" },
  { shape: /JSON object\.' END AS bit\) =.*: bit → int$/, because: "1 is 1" },
];

/** The same of what takes tables of partitions out of the catalogue. */
export const dropEquivalents: typeof equivalents = [
  { shape: /: N'[\s\S]*' → '[\s\S]*'$/, because: "the texts are of ASCII" },
  { shape: /: (\d+) → '\1'$/, because: "a text that is a number is made one" },
];
