/** A regular expression of Java as one of JavaScript; `flags` are added. */
export const javaPattern = (pattern: string, flags: string): RegExp => new RegExp(pattern, `${flags}u`);
