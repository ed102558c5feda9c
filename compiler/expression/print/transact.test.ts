import fc from "fast-check";
import { expect, it } from "vitest";
import { tokensOf } from "../../../local/warehouse/tokens.js";
import { isAscii, name, plain, text, transact } from "./transact.js";

const anyText = fc.string({ unit: "binary", minLength: 1 });

it("a name stays one name, whatever stands in it", () => {
  fc.assert(
    fc.property(anyText, anyText, (one, other) => {
      const tokens = tokensOf(transact`${name(one)}.${name(other)}`.transact);
      expect(tokens.map((token) => [token.kind, token.text])).toEqual([
        ["name", one],
        ["sign", "."],
        ["name", other],
        ["end", "the end"],
      ]);
    }),
  );
});

it("a text stays one text, whatever stands in it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (value) => {
      expect(tokensOf(text(value).transact).map((token) => [token.kind, token.text])).toEqual([
        ["wide", value],
        ["end", "the end"],
      ]);
      if (!isAscii(value)) expect(() => plain(value)).toThrow("is not ASCII");
      else expect(tokensOf(plain(value).transact)[0]).toMatchObject({ kind: "string", text: value });
    }),
  );
});
