import { createInterface } from "node:readline";
import { engineError } from "../engines/command.js";
import { type Kept, tailOf } from "../processes/kept.js";
import { type Answer, parseAnswer } from "./answers.js";

/** Commands to the runner's process and its answers, one command at a time. */
export interface Conversation {
  /** Sends a command and hands each answer to `read` until that makes something of one. */
  readonly ask: <T>(command: Readonly<Record<string, unknown>>, read: (answer: Answer) => T | undefined) => Promise<T>;
  /** Sends a word to the command that is being answered; nothing answers it. */
  readonly say: (command: Readonly<Record<string, unknown>>) => void;
  /** The same as `ask` without a command: what the process says by itself. */
  readonly listen: <T>(read: (answer: Answer) => T | undefined) => Promise<T>;
}

/** Talks with a kept process; when that ends in the middle, whoever waits is told what its log says last. */
export function converse(kept: Kept, log: string): Conversation {
  let listener: { readonly take: (answer: Answer) => void; readonly fail: (error: Error) => void } | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  createInterface(kept.channel).on("line", (line) => {
    const answer = parseAnswer(line);
    if (answer) listener?.take(answer);
    else
      listener?.fail(
        engineError("Spark was stopped in the middle of an answer.", line.slice(-200), `a look into ${log}`),
      );
  });
  kept.ended.finally(async () => listener?.fail(await endedEarly(log))).catch(() => {});

  const listen: Conversation["listen"] = (read) =>
    new Promise((resolve, reject) => {
      if (kept.hasEnded()) {
        endedEarly(log).then(reject, reject);
        return;
      }
      const take = (answer: Answer) => {
        if (answer.kind === "refused") return reject(new Error(answer.error));
        const made = read(answer);
        if (made !== undefined) resolve(made);
      };
      listener = { take, fail: reject };
    });

  const say: Conversation["say"] = (command) => {
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

async function endedEarly(log: string): Promise<Error> {
  const said = await tailOf(log, 25);
  return engineError("Spark has ended unexpectedly.", said, `a look into ${log}`);
}
