import { fileURLToPath } from "node:url";

/** The Python that does it: it stands beside this module, also where both are bundled. */
export const dedicatedScript = (): string => fileURLToPath(new URL("./dedicated.py", import.meta.url));
