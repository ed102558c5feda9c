import type { Tree } from "../golden.js";
import { forms } from "./forms.js";
import { materials } from "./materials.js";
import { mutated } from "./mutations.js";
import { Random } from "./random.js";

/** The inputs of a seed, by number: the special forms first, then projects that are spoilt at random. */
export function inputs(seed: number): (index: number) => Tree {
  const all = materials();
  return (index) => {
    const form = forms[index];
    return form === undefined ? mutated(new Random(seed, index), all) : form.files(form.size);
  };
}
