/** A request to a storage account, as a role assignment's condition sees it. */
export interface BlobRequest {
  /** `…/blobs/read` */
  readonly action: string;
  readonly subOperation?: "Blob.List";
  readonly container: string;
  readonly path?: string;
  readonly prefix?: string;
}

/**
 * Whether a condition holds for a request: the operators, and how they are bound, as the vendor has them.
 * https://learn.microsoft.com/azure/role-based-access-control/conditions-format
 */
export function holds(condition: string, request: BlobRequest): boolean {
  const tokens =
    condition.match(/ActionMatches|SubOperationMatches|AND|OR|NOT|@\w+\[[^\]]+\]|String\w+|'[^']*'|[(){}!]/g) ?? [];
  if (tokens.join("") !== condition.replaceAll(" ", "")) throw new Error(`What is this? ${condition}`);
  let at = 0;
  const take = (token?: string): string => {
    const found = tokens[at] ?? "";
    if (token !== undefined && found !== token)
      throw new Error(`'${token}' is missing before '${tokens.slice(at).join(" ")}'`);
    at += 1;
    return found;
  };
  const text = (): string => take().slice(1, -1);
  const braced = (): string => {
    take("{");
    const value = text();
    take("}");
    return value;
  };
  const attribute = (name: string): string | undefined => {
    const blobs = "Microsoft.Storage/storageAccounts/blobServices/containers";
    if (name === `@Resource[${blobs}:name]`) return request.container;
    if (name === `@Resource[${blobs}/blobs:path]`) return request.path;
    if (name === `@Request[${blobs}/blobs:prefix]`) return request.prefix;
    throw new Error(`No attribute: ${name}`);
  };
  const compared = (name: string): boolean => {
    const [value, operator, other] = [attribute(name), take(), text()];
    if (operator === "StringEquals") return value === other;
    if (operator === "StringStartsWith") return value?.startsWith(other) ?? false;
    throw new Error(`No operator: ${operator}`);
  };
  const one = (): boolean => {
    const token = take();
    if (token === "!" || token === "NOT") return !one();
    if (token === "ActionMatches") return braced() === request.action;
    if (token === "SubOperationMatches") return braced() === request.subOperation;
    if (token !== "(") return compared(token);
    const value = any();
    take(")");
    return value;
  };
  // Both sides are read, whatever the first one says.
  const all = (): boolean => {
    let value = one();
    while (tokens[at] === "AND") {
      take();
      const other = one();
      value &&= other;
    }
    return value;
  };
  const any = (): boolean => {
    let value = all();
    while (tokens[at] === "OR") {
      take();
      const other = all();
      value ||= other;
    }
    return value;
  };
  const value = any();
  if (at < tokens.length) throw new Error(`Not understood: ${tokens.slice(at).join(" ")}`);
  return value;
}

/** A GET or HEAD of `/account/container/blob`, or the listing of a container. */
export function blobRequestOf(path: string): BlobRequest {
  const { pathname, searchParams } = new URL(path, "https://storage");
  const [, , container = "", ...blob] = decodeURIComponent(pathname).split("/");
  const action = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read";
  const prefix = searchParams.get("prefix");
  return searchParams.get("comp") === "list"
    ? { action, subOperation: "Blob.List", container, ...(prefix === null ? {} : { prefix }) }
    : { action, container, path: blob.join("/") };
}
