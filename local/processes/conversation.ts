import { createInterface } from "node:readline";
import { engineError } from "../engines/command.js";
import { type Kept, tailOf } from "./kept.js";

/** Commands to a kept process and its answers, one command at a time. */
export interface Conversation<A> {
  /** Sends a command and hands each answer to `read` until that makes something of one. */
  readonly ask: <T>(command: Readonly<Record<string, unknown>>, read: (answer: A) => T | undefined) => Promise<T>;
  /** Sends a word to the command that is being answered; nothing answers it. */
  readonly say: (command: Readonly<Record<string, unknown>>) => void;
  /** The same as `ask` without a command: what the process says by itself. */
  readonly listen: <T>(read: (answer: A) => T | undefined) => Promise<T>;
}

interface Speaker {
  /** What the process is called when it ends in the middle: `Spark`. */
  readonly name: string;
  readonly log: string;
}

/** What a process says to a command that it cannot do. */
interface Refusal {
  readonly kind: "refused";
  readonly error: string;
}

/** Talks with a kept process; when that ends in the middle, whoever waits is told what its log says last. */
export function converse<A extends { readonly kind: string }>(kept: Kept, { name, log }: Speaker): Conversation<A> {
  let listener: { readonly take: (answer: A | Refusal) => void; readonly fail: (error: Error) => void } | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  const isRefusal = (answer: A | Refusal): answer is Refusal => answer.kind === "refused";
  createInterface(kept.channel).on("line", (line) => {
    const answer = parsed<A>(line);
    if (answer) listener?.take(answer);
    else
      listener?.fail(
        engineError(`${name} was stopped in the middle of an answer.`, line.slice(-200), `a look into ${log}`),
      );
  });
  kept.ended.finally(async () => listener?.fail(await endedEarly(name, log))).catch(() => {});

  const listen: Conversation<A>["listen"] = (read) =>
    new Promise((resolve, reject) => {
      if (kept.hasEnded()) {
        endedEarly(name, log).then(reject, reject);
        return;
      }
      const take = (answer: A | Refusal) => {
        if (isRefusal(answer)) return reject(new Error(answer.error));
        const made = read(answer);
        if (made !== undefined) resolve(made);
      };
      listener = { take, fail: reject };
    });

  const say: Conversation<A>["say"] = (command) => {
    kept.input.write(`${JSON.stringify(command)}\n`);
  };
  return {
    listen,
    say,
    ask: (command, read) => {
      const answered = turn.then(() => {
        const heard = listen(read);
        say(command);
        return heard;
      });
      turn = answered.catch(() => {});
      return answered;
    },
  };
}

/** The answer in a line; undefined if the process was stopped before the line was whole. */
function parsed<A>(line: string): A | Refusal | undefined {
  try {
    // The other end of the pipe is a script of our own, which writes these shapes and no others.
    return JSON.parse(line) as A | Refusal;
  } catch {
    return undefined;
  }
}

async function endedEarly(name: string, log: string): Promise<Error> {
  const said = await tailOf(log, 25);
  return engineError(`${name} has ended unexpectedly.`, said, `a look into ${log}`);
}
