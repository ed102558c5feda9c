/** A secret is only ever named. */
export interface SecretRef {
  readonly secret: string;
}
