import { hash } from "node:crypto";

/** What makes a name another one where what it stands for is another: 12 hexadecimal digits. */
export const nameHash = (content: string): string => hash("sha256", content).slice(0, 12);
