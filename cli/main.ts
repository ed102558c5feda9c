import { closest, didYouMean } from "../compiler/diagnostics/suggest.js";
import { parseArguments } from "./arguments.js";
import { type Command, commands } from "./commands.js";
import { commandHelp, overview } from "./help.js";
import { systemError } from "./system-error.js";
import { version } from "./version.js";
import { processWorld, type World } from "./world.js";

/** What the executable does. */
export async function main(): Promise<void> {
  // A reader that has seen enough (`sluice … | head`) is no failure.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
  const world = processWorld();
  process.exitCode = await runCommand(process.argv.slice(2), world).catch((error: unknown) => failed(error, world));
}

/** What the system refused (a folder that may not be written) is the person's to mend; all else is a mistake of ours. */
function failed(error: unknown, world: World): number {
  const refusal = systemError(error);
  if (refusal !== undefined) {
    world.err(`sluice: ${refusal}\n`);
    return 1;
  }
  world.err(
    `This is a mistake in sluice itself. Please report it with the lines below.\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return 70;
}

/** Runs one command line. 0: all well; 1: something was found or refused; 2: the command was not understood. */
export async function runCommand(argv: readonly string[], world: World): Promise<number> {
  const [name, ...words] = argv;
  if (name === "--version") {
    world.out(`${version()}\n`);
    return 0;
  }
  if (name === undefined) {
    world.err(overview(commands));
    return 2;
  }
  if (name === "--help" || name === "-h" || name === "help")
    return help(
      words.find((word) => word !== "--help" && word !== "-h"),
      world,
    );
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) return misuse(unknown(name), "sluice --help", world);
  const parsed = parseArguments(command, words);
  if (parsed.kind === "help") return help(name, world);
  if (parsed.kind === "misuse") return misuse(parsed.message, `sluice ${name} --help`, world);
  const { run } = await command.load();
  const outcome = await run(parsed.given, world);
  if (typeof outcome === "number") return outcome;
  world.err(`sluice ${name}: ${outcome.message}\n`);
  return outcome.exitCode;
}

function help(name: string | undefined, world: World): number {
  const command: Command | undefined = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (name !== undefined && command === undefined) return misuse(unknown(name), "sluice --help", world);
  world.out(name === undefined || command === undefined ? overview(commands) : commandHelp(name, command));
  return 0;
}

const unknown = (name: string): string =>
  `Unknown ${name.startsWith("-") ? "option" : "command"} '${name}'.${didYouMean(closest(name, Object.keys(commands)))}`;

function misuse(message: string, see: string, world: World): number {
  world.err(`${message}\nSee '${see}'.\n`);
  return 2;
}
