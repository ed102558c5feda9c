import type { ChildProcessByStdio } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";

/** A program that says a line of JSON when it is ready, and answers each line with one. */
export function answering(program: ChildProcessByStdio<Writable, Readable, null>) {
  const lines = createInterface({ input: program.stdout })[Symbol.asyncIterator]();
  const closed = new Promise((done) => program.on("close", done));
  const answer = async (): Promise<unknown> => {
    const { value, done } = await lines.next();
    if (done === true) throw new Error("The server has ended");
    return JSON.parse(value);
  };
  return {
    answer,
    ask(question: object): Promise<unknown> {
      program.stdin.write(`${JSON.stringify(question)}\n`);
      return answer();
    },
    /** It ends where nothing more is asked. */
    async end(): Promise<void> {
      program.stdin.end();
      await closed;
    },
  };
}
