import { NotKnown, type Token, tokensOf } from "./tokens.js";

/** Reads a statement, token after token. */
export class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(text: string) {
    this.#tokens = tokensOf(text);
  }

  get next(): Token {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw new NotKnown("The statement ends in the middle.");
    return token;
  }

  take(): Token {
    const token = this.next;
    if (token.kind !== "end") this.#at += 1;
    return token;
  }

  /** Whether words or signs come next, one after another; then they are taken. */
  takes(...texts: readonly string[]): boolean {
    const isThere = texts.every((text, offset) => isWord(this.#tokens[this.#at + offset], text));
    if (isThere) this.#at += texts.length;
    return isThere;
  }

  /** Whether a word or a sign comes next. */
  sees(text: string): boolean {
    return isWord(this.next, text);
  }

  /** Whether words or signs come next, one after another, numbers among them; nothing is taken. */
  begins(...texts: readonly string[]): boolean {
    return texts.every((text, offset) => this.#tokens[this.#at + offset]?.text.toUpperCase() === text.toUpperCase());
  }

  expect(...texts: readonly string[]): void {
    for (const text of texts) if (!this.takes(text)) this.fail(text);
  }

  fail(wanted: string): never {
    const { kind, text } = this.next;
    throw new NotKnown(`${wanted} is expected where ${kind === "end" ? "the statement ends" : `'${text}' stands`}.`);
  }

  /** A name, in brackets or not. */
  name(reserved: ReadonlySet<string>): string {
    const token = this.next;
    if (token.kind === "name" || (token.kind === "word" && !reserved.has(token.text.toUpperCase())))
      return this.take().text;
    if (token.kind === "word")
      throw new NotKnown(
        `A name is expected where '${token.text}' stands, a word of T-SQL: as a name it is [${token.text}].`,
      );
    return this.fail("A name");
  }

  text(): string {
    return this.next.kind === "string" ? this.take().text : this.fail("A text between quotes");
  }

  wide(): string {
    return this.next.kind === "wide" ? this.take().text : this.fail("A text as N'…'");
  }

  wholeNumber(): number {
    const { kind, text } = this.next;
    return kind === "number" && /^\d+$/.test(text) ? Number(this.take().text) : this.fail("A whole number");
  }

  /** Nothing may follow but a semicolon. */
  finish(): void {
    this.takes(";");
    if (this.next.kind !== "end") this.fail("The end of the statement");
  }
}

const isWord = (token: Token | undefined, text: string): boolean =>
  token !== undefined && (token.kind === "word" || token.kind === "sign") && token.text.toUpperCase() === text;
