/** What the system refused (a folder that may not be written, a file that went meanwhile), in words for whom it is to mend; undefined: the error is another. */
export function systemError(error: unknown): string | undefined {
  if (!(error instanceof Error && "syscall" in error)) return undefined;
  const isFull = "code" in error && ["ENOSPC", "EDQUOT", "EFBIG"].includes(String(error.code));
  return isFull
    ? `${error.message}\nThere is no room for what is written: make some, and give the command again.`
    : error.message;
}
