import { type AclEntry, type Caller, inherited, isAllowed, type Listed, type Rights } from "./acl.js";

/** A file or folder of a container with folders (hierarchical namespace). */
export interface TreeNode extends Listed {
  readonly isFolder: boolean;
  /** Only the owner of what stands in the folder, or the folder's, deletes it. */
  readonly isSticky?: boolean;
  readonly etag: string;
}

/** What somebody tries to do with a path. https://learn.microsoft.com/azure/storage/blobs/data-lake-storage-access-control#common-scenarios-related-to-acl-permissions */
export type Attempt = "list" | "read" | "append" | "create" | "delete";

/** The files and folders of one container, and who may do what with them. */
export interface AclTree {
  /** By path; the root's is empty. */
  readonly nodes: ReadonlyMap<string, TreeNode>;
  /** Makes a file or folder, and the folders that it stands in, as somebody to whom all is allowed. */
  readonly make: (path: string, isFolder: boolean, owner: string, mode?: number) => void;
  readonly setEntries: (path: string, entries: readonly AclEntry[]) => void;
  /** Sets the sticky bit. https://learn.microsoft.com/azure/storage/blobs/data-lake-storage-access-control#the-sticky-bit */
  readonly stick: (path: string) => void;
  readonly remove: (path: string) => void;
  /** Whether somebody who is no superuser may: of `create` and `delete` the path is what would be made, or go. */
  readonly isAllowed: (caller: Caller, attempt: Attempt, path: string) => boolean;
}

const parentOf = (path: string): string => path.replace(/\/?[^/]*$/, "");

/** The folders on the way to a path, from the root. */
const wayTo = (path: string): readonly string[] => (path === "" ? [] : [...wayTo(parentOf(path)), parentOf(path)]);

/** What is asked for of the path itself, and of the folder that it stands in. */
const asked: Readonly<Record<Attempt, { readonly own: Rights; readonly parent: Rights }>> = {
  list: { own: 5, parent: 1 },
  read: { own: 4, parent: 1 },
  append: { own: 6, parent: 1 },
  create: { own: 0, parent: 3 },
  delete: { own: 0, parent: 3 },
};

export function createTree(owner: string, group: string): AclTree {
  const nodes = new Map<string, TreeNode>();
  let version = 0;
  const put = (path: string, node: Omit<TreeNode, "etag">) => {
    version += 1;
    nodes.set(path, { ...node, etag: `"0x${version}"` });
  };
  // A new container's root: https://learn.microsoft.com/azure/storage/blobs/data-lake-storage-access-control#the-mask
  put("", { isFolder: true, owner, group, entries: inherited([], true) });
  const make = (path: string, isFolder: boolean, maker: string, mode?: number) => {
    const parent = parentOf(path);
    if (!nodes.has(parent)) make(parent, true, maker, mode === undefined ? undefined : mode | 0o111);
    const { entries = [], group: owning = group } = nodes.get(parent) ?? {};
    put(path, { isFolder, owner: maker, group: owning, entries: inherited(entries, isFolder, mode) });
  };
  return {
    nodes,
    make,
    setEntries(path, entries) {
      const node = nodes.get(path);
      if (node) put(path, { ...node, entries });
    },
    stick(path) {
      const node = nodes.get(path);
      if (node) put(path, { ...node, isSticky: true });
    },
    remove(path) {
      for (const one of [...nodes.keys()]) if (one === path || one.startsWith(`${path}/`)) nodes.delete(one);
    },
    isAllowed(caller, attempt, path) {
      const { own, parent } = asked[attempt];
      const has = (at: string, rights: Rights) => {
        const node = nodes.get(at);
        return rights === 0 || (node !== undefined && isAllowed(node, caller, rights));
      };
      const [node, folder] = [nodes.get(path), nodes.get(parentOf(path))];
      if (attempt === "delete" && folder?.isSticky && ![node?.owner, folder.owner].includes(caller.id)) return false;
      const way = wayTo(path);
      return way.every((at, index) => has(at, index === way.length - 1 ? parent : 1)) && has(path, own);
    },
  };
}
