/** A data flow's script, read. https://learn.microsoft.com/azure/data-factory/data-flow-script */
export interface Script {
  readonly parameters: readonly { readonly name: string; readonly type: string }[];
  /** In the order in which they are written: each after those that it reads. */
  readonly transformations: readonly Transformation[];
}

/** `input kind(items) ~> name` */
export interface Transformation {
  readonly inputs: readonly string[];
  readonly kind: string;
  readonly items: readonly Item[];
  /** The stream that it makes. */
  readonly name: string;
}

/** What stands between brackets: a value, `property: value`, `column = value`, or `column as type`. */
export type Item =
  | { readonly kind: "value"; readonly value: Expression }
  | { readonly kind: "property"; readonly name: string; readonly value: Expression }
  | { readonly kind: "assigned"; readonly name: string; readonly value: Expression }
  | { readonly kind: "typed"; readonly name: string; readonly type: string };

export type Expression =
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "flag"; readonly value: boolean }
  | { readonly kind: "null" }
  | { readonly kind: "column"; readonly name: string }
  | { readonly kind: "parameter"; readonly name: string }
  | { readonly kind: "call"; readonly name: string; readonly items: readonly Item[] }
  | { readonly kind: "not"; readonly operand: Expression }
  | { readonly kind: "binary"; readonly operator: string; readonly left: Expression; readonly right: Expression };
