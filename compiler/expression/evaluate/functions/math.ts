import type { ArithmeticOperator } from "../../parse/syntax.js";
import { arithmeticOf } from "../arithmetic.js";
import { type Evaluator, type Evaluators, strict } from "../evaluator.js";

const tried = (operator: ArithmeticOperator): Evaluator =>
  strict((_, { call, written: [left = null, right = null] }) => {
    const [a, b] = call.arguments;
    return a && b
      ? arithmeticOf(operator, { value: left, type: a.type }, { value: right, type: b.type }, call.type)
      : null;
  });

export const math: Evaluators = {
  try_add: tried("+"),
  try_subtract: tried("-"),
  try_multiply: tried("*"),
  try_divide: tried("/"),
};
