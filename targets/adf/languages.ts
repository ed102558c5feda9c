import type { DatabaseIr } from "../../compiler/ir/database.js";
import type { Asked } from "./asked.js";
import { postgres } from "./postgres-statements.js";
import { name } from "./sql.js";
import { columnsRead, selectNewMark, selectRows } from "./statements.js";
import { selectReadingTime, selectTable } from "./whole-statements.js";

const transact: Asked = { name, columnsRead, selectNewMark, selectRows, selectReadingTime, selectTable };

/** What a database is asked, in the language of its kind. */
export const askedOf = ({ kind }: DatabaseIr): Asked => (kind === "postgres" ? postgres : transact);
