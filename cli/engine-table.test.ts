import { expect, it } from "vitest";
import { engineTable } from "./engine-table.js";

it("shows what is there, and the one command for what is not", () => {
  expect(
    engineTable([
      { name: "java", state: "ready", detail: "17.0.2" },
      { name: "python", state: "missing", detail: "3.8 is too old", mend: "apt-get install python3.11" },
      { name: "spark", state: "will be set up", detail: "500 MB" },
    ]),
  ).toBe(`needed  state           found
java    ready           17.0.2
python  missing         3.8 is too old
spark   will be set up  500 MB

python:
  apt-get install python3.11
`);
});
