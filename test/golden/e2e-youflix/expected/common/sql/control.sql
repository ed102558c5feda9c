-- Up to where the rows of databases were read, one row for each landing.
-- Run by an owner of the database of connection 'youflix' before the first run; run again it changes nothing.
-- Then user 'etl' needs: GRANT SELECT, INSERT, UPDATE ON [sluice].[marks] TO [etl];

IF SCHEMA_ID(N'sluice') IS NULL EXEC(N'CREATE SCHEMA [sluice]');

IF OBJECT_ID(N'[sluice].[marks]', N'U') IS NULL CREATE TABLE [sluice].[marks] (
  [source] nvarchar(400) NOT NULL PRIMARY KEY, -- the bronze table: users/bronze.users
  [mark] varchar(27) NOT NULL, -- up to where rows were read, as text of the cursor's type
  [seen] bigint NOT NULL, -- what the rows in the lag behind the mark came to when it was kept: their number, and how far behind each was
  [landing] bigint NOT NULL, -- the number of the last landing that is whole
  [taken] bigint NOT NULL -- the number of the last landing that the notebooks have taken
);
