-- Up to where the rows of databases were read, one row for each landed table, of any project that is given this schema.
-- The marks and the landings in the lake belong together: neither may be changed, removed or put back to an earlier state.
-- Run by an owner of the database of connection 'tills' before the first run; run again it changes nothing.
-- Then the factory's own identity needs, with the factory's name, what the database's Microsoft Entra admin does:
--   CREATE USER [<factory>] FROM EXTERNAL PROVIDER; GRANT SELECT, INSERT, UPDATE ON [sluice].[marks] TO [<factory>];

IF SCHEMA_ID(N'sluice') IS NULL EXEC(N'CREATE SCHEMA [sluice]');

IF OBJECT_ID(N'[sluice].[marks]', N'U') IS NULL CREATE TABLE [sluice].[marks] (
  [source] nvarchar(400) NOT NULL PRIMARY KEY, -- project, landed table, and what its rows depend on: youflix/users/bronze.users/1-3f2a9c1b
  [mark] varchar(27) NOT NULL, -- up to where rows were read, as text of the cursor's type
  [seen] bigint NOT NULL, -- what the rows in the lag behind the mark came to when it was kept: their number, and how far behind each was
  [landing] bigint NOT NULL, -- the number of the last landing that is whole
  [taken] bigint NOT NULL, -- the number of the last landing that the notebooks have taken
  [taken_by] nvarchar(64) NOT NULL -- by which queries: others take all landings anew
);
