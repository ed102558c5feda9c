import type { Diagnostic } from "../compiler/diagnostics/diagnostic.js";
import type { World } from "./world.js";

/**
 * Prints what a compilation found, in one of the forms of `--format`; what no form is asked for is not loaded. `more`: what stands
 * beside the findings in JSON.
 */
export async function printFindings(
  diagnostics: readonly Diagnostic[],
  format: string | undefined,
  folder: string,
  world: World,
  more: object = {},
): Promise<void> {
  switch (format) {
    case "json": {
      const { diagnosticsJson } = await import("../compiler/diagnostics/json.js");
      return world.out(diagnosticsJson(diagnostics, more));
    }
    case "sarif": {
      const [{ sarif }, { declared }, { version }] = await Promise.all([
        import("../compiler/diagnostics/sarif.js"),
        import("./declared.generated.js"),
        import("./version.js"),
      ]);
      return world.out(sarif(diagnostics, { rules: declared, version: version(), folder }));
    }
    default: {
      const { framed } = await import("../compiler/diagnostics/frame.js");
      return world.out(framed(diagnostics, { palette: world.palette, folder }));
    }
  }
}

/** Is there anything that keeps the project from being compiled? */
export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ severity }) => severity === "error");
