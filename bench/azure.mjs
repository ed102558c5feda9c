// A process of its own for the stand-in of Azure, as it would be elsewhere: says where it is, and is asked how many requests came.
import { startAzure } from "../dist/local/azure/azure.js";
import { everyService, seeded, user } from "../dist/local/azure/seed.js";

const { latency, seed } = JSON.parse(process.argv[2]);
const azure = await startAzure({ principals: [user], latency, seed: seeded(seed) });
process.send({ arm: azure.arm, blob: azure.blob, token: azure.token(user.id, everyService) });
process.on("message", () => {
  process.send({ requests: azure.control.log.length });
  azure.control.clearLog();
});
