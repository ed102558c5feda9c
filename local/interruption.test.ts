import { afterEach, expect, it } from "vitest";
import { type Interruption, interruption } from "./interruption.js";

let open: Interruption | undefined;
afterEach(() => open?.dispose());

/** An interruption, and Ctrl-C as it alone hears it: the process that runs the tests has other ears. */
function interrupted() {
  const others = process.listeners("SIGINT");
  open = interruption();
  const { signal, gentle, beGentle } = open;
  const ears = () => process.listeners("SIGINT").filter((listener) => !others.includes(listener));
  return {
    ...{ beGentle, ears },
    press: () => {
      for (const listener of ears()) listener("SIGINT");
    },
    raised: () => ({ gentle: gentle.aborted, signal: signal.aborted }),
  };
}

it("stops a run at the first Ctrl-C, and leaves the second to the process", () => {
  const { press, raised, ears } = interrupted();
  press();
  expect(raised()).toEqual({ gentle: false, signal: true });
  expect(ears()).toEqual([]);
});

it("has a run that is to be ended gently ended so first, and stops it at the second", () => {
  const { beGentle, press, raised, ears } = interrupted();
  beGentle();
  press();
  expect(raised()).toEqual({ gentle: true, signal: false });
  press();
  expect(raised()).toEqual({ gentle: true, signal: true });
  expect(ears()).toEqual([]);
});
