import { plain } from "../compiler/diagnostics/frame.js";
import { runCommand } from "./main.js";

/** What a command said, and its exit code. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command in this process, in a folder and without colours. */
export async function said(cwd: string, argv: readonly string[], input?: string): Promise<Said> {
  let [out, err] = ["", ""];
  const code = await runCommand(argv, {
    cwd,
    input: async () => input,
    now: () => 0,
    palette: plain,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}
