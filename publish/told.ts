/** What a service refused, with who refused it: its own words do not say. */
export async function told<T>(where: string, answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new Error(`${where}: ${words}`, { cause: error });
  }
}
