import type { ProjectIr } from "../../compiler/ir/ir.js";
import type { SecretRef } from "../../compiler/ir/secret.js";
import { vaultLinkedService } from "../../compiler/ir/shared-names.js";
import { verbatim } from "./expression.js";
import { type LinkedServiceReference, linkedService } from "./reference.js";

/** A linked service of one type. */
export type Resource<Type extends string, Properties> = {
  readonly name: string;
  readonly properties: {
    readonly description?: string;
    readonly annotations: readonly string[];
    readonly type: Type;
    readonly typeProperties: Properties;
    readonly connectVia?: IntegrationRuntimeReference;
  };
};

export type IntegrationRuntimeReference = {
  readonly referenceName: string;
  readonly type: "IntegrationRuntimeReference";
};

export type VaultSecret = {
  readonly type: "AzureKeyVaultSecret";
  readonly store: LinkedServiceReference;
  readonly secretName: string;
};

export const secretOf = ({ secret }: SecretRef, project: ProjectIr): VaultSecret => ({
  type: "AzureKeyVaultSecret",
  store: linkedService(vaultLinkedService(project)),
  secretName: verbatim(secret),
});
