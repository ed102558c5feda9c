import type { CatalogueFunction } from "./catalogue/row.js";
import type { BinaryOperator, IsTest, LikeOperator, LiteralValue, UnaryOperator } from "./parse/syntax.js";
import type { DataType } from "./type.js";

/** What is known of every value: its type, and whether it can be null. */
export interface Typed {
  readonly type: DataType;
  readonly nullable: boolean;
}

/** A node of the typed tree: names are looked up, operators and functions are chosen, every value has a type. */
export type TypedNode =
  | (Typed & { readonly kind: "literal"; readonly value: LiteralValue; readonly text: string })
  /** A column of the table, or of a joined table by its alias. */
  | (Typed & { readonly kind: "column"; readonly relation: string | undefined; readonly name: string })
  /** A parameter of a lambda. */
  | (Typed & { readonly kind: "variable"; readonly name: string })
  /** A field of a struct; of an array of structs, the array of that field. */
  | (Typed & { readonly kind: "field"; readonly target: TypedNode; readonly name: string })
  | (Typed & { readonly kind: "index"; readonly target: TypedNode; readonly index: TypedNode })
  | (Typed & { readonly kind: "unary"; readonly operator: UnaryOperator; readonly operand: TypedNode })
  | (Typed & {
      readonly kind: "binary";
      readonly operator: BinaryOperator;
      readonly left: TypedNode;
      readonly right: TypedNode;
    })
  | (Typed & { readonly kind: "is"; readonly test: IsTest; readonly negated: boolean; readonly operand: TypedNode })
  | (Typed & {
      readonly kind: "between";
      readonly negated: boolean;
      readonly operand: TypedNode;
      readonly low: TypedNode;
      readonly high: TypedNode;
    })
  | (Typed & {
      readonly kind: "in";
      readonly negated: boolean;
      readonly operand: TypedNode;
      readonly items: readonly TypedNode[];
    })
  | (Typed & {
      readonly kind: "like";
      readonly operator: LikeOperator;
      readonly negated: boolean;
      readonly operand: TypedNode;
      readonly pattern: TypedNode;
    })
  | (Typed & {
      readonly kind: "case";
      readonly operand: TypedNode | undefined;
      readonly branches: readonly TypedBranch[];
      readonly otherwise: TypedNode | undefined;
    })
  | (Typed & {
      readonly kind: "cast" /** A try_cast that can give null. */;
      readonly safe: boolean;
      readonly operand: TypedNode;
    })
  | CallNode
  | LambdaNode;

export interface TypedBranch {
  readonly when: TypedNode;
  readonly result: TypedNode;
}

export interface CallNode extends Typed {
  readonly kind: "call";
  readonly function: CatalogueFunction;
  readonly arguments: readonly TypedNode[];
  /** `count(*)` */
  readonly star: boolean;
  /** `count(DISTINCT x)`: streams cannot compute it, which is for their checks to say. */
  readonly distinct: boolean;
  readonly filter: TypedNode | undefined;
}

/** The type is its body's. */
export interface LambdaNode extends Typed {
  readonly kind: "lambda";
  readonly parameters: readonly string[];
  readonly body: TypedNode;
}
