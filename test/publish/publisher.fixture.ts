import type { Credential } from "../../publish/access.js";
import type { Destination } from "../../publish/destination.js";
import { makePlan, planOfDestruction } from "../../publish/make-plan.js";
import type { Patience } from "../../publish/patience.js";
import { type Published, publish } from "../../publish/publish.js";
import { scriptsOf } from "../../publish/script.js";
import { servicesOf } from "../../publish/services.js";
import { wantedOf } from "../../publish/wanted.js";
import { impatient } from "./cloud.fixture.js";
import type { Version } from "./project-cloud.fixture.js";

/** Each request is sent once. */
export const unrepeated = (operation = impatient.operation): Patience => ({ ...impatient, retries: 0, operation });

/** Plans and publishes one version of a project, as somebody does it by the command. `patience`: with the services. */
export function publisherOf(
  { artifacts }: Pick<Version, "artifacts">,
  destination: Destination,
  credential: Credential,
  patience: Patience,
) {
  const [wanted, scripts] = [wantedOf(artifacts, destination), scriptsOf(artifacts, destination)];
  const services = servicesOf(destination, wanted, credential, patience);
  const planAnew = async () => {
    const readings = await services.read();
    return { plan: makePlan({ sluice: "1", destination, wanted, scripts, readings }), readings };
  };
  return {
    wanted,
    plan: async () => (await planAnew()).plan,
    destruction: async () => planOfDestruction({ sluice: "1", destination, readings: await services.read() }),
    /** @param allowed the steps that lose something and may */
    publish: (allowed: readonly string[], agreed?: { readonly digest: string }): Promise<Published> =>
      publish({
        ...{ services, wanted, scripts, patience: impatient, allowed, planAnew, agreed },
        ...{ now: () => 0, onStep: () => {} },
      }),
  };
}
