import { expect, it } from "vitest";
import { liveBlock } from "./live-block.js";

function written(columns?: number) {
  const texts: string[] = [];
  const block = liveBlock({ err: (text) => texts.push(text), columns: () => columns });
  return { block, texts };
}

it("is written anew in place on a terminal, no wider than that, below what stays", () => {
  const { block, texts } = written(6);
  block.show("a 1\nb 1\n");
  block.show("a 2 and more\n");
  block.write("sent everything\n");
  block.leave();
  block.write("over\n");
  expect(texts.join("")).toBe(
    "a 1\nb 1\n" +
      `${up(2)}a 2 a\n` + // one column is left free, so that no terminal wraps
      `${up(1)}sent everything\na 2 a\n` +
      "over\n",
  );
});

it("is written now and then elsewhere, where it says something new", () => {
  const { block, texts } = written();
  for (const text of ["a\n", "b\n", "c\n", "d\n", "e\n", "f\n", "f\n", "f\n", "f\n", "f\n", "f\n"]) block.show(text);
  block.write("sent\n");
  expect(texts).toEqual(["a\n", "f\n", "sent\n"]);
});

/** Up so many lines, and empty from there on. */
const up = (lines: number): string => `\x1b[${lines}A\x1b[J`;
