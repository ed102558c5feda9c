// How long a process that watches a project takes from an edit until it has said what it found.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { median } from "./measure.mjs";

/** Seconds, as the median of some edits; `edit` makes one. It fails where something is found. */
export async function rechecked(command, edit, edits = 5) {
  const child = spawn(command[0], command.slice(1), { stdio: ["ignore", "pipe", "pipe"] });
  let heard = "";
  let hear = () => {};
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => {
      heard += text;
      hear();
    });
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`${command.join(" ")} ended with ${code}: ${heard}`);
  });
  ended.catch(() => {});
  const says = async (text) => {
    while (!heard.includes(text)) await Promise.race([ended, new Promise((resolve) => (hear = resolve))]);
  };
  try {
    await says("Waiting for changes");
    const found = [];
    for (let number = 0; number < edits; number += 1) {
      heard = "";
      const begun = performance.now();
      edit(number);
      await says("report.\n");
      found.push((performance.now() - begun) / 1000);
    }
    return median(found);
  } finally {
    child.kill("SIGINT");
  }
}
