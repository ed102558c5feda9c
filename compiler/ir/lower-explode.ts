import type { LinkedTable } from "../model/linked.js";
import type { ExplodeIr } from "./clauses.js";
export const explodeOf = ({ explode }: LinkedTable): ExplodeIr | undefined =>
  explode && { name: explode.name, array: explode.expression, isOuter: explode.isOuter };
