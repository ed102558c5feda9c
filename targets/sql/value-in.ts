/** Each environment of Azure has a value of every variable that is used. */
export function valueIn(values: ReadonlyMap<string, string>, environment: string): string {
  const found = values.get(environment);
  if (found === undefined) throw new Error(`${environment} has no value`);
  return found;
}
