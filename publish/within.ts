/**
 * A connection's deadline is one for all that is asked over it: a server that accepts and never answers ends nothing by itself.
 * @param operation milliseconds that the work may take; it is not ended after them, only not waited for
 */
export async function within<T>(operation: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${operation} ms: timeout`)), operation);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    // What is asked still fails when the connection is closed, and nobody waits for it any more.
    work.catch(() => {});
  }
}
