// Generated from every `defineDiagnostics` by `npm run generate`; do not edit.
import type { Rule } from "../compiler/diagnostics/rule.js";
import { adfDiagnostics } from "../targets/adf/diagnostics.js";
import { azureDiagnostics } from "../targets/grants/azure-diagnostics.js";
import { cassandraDiagnostics } from "../compiler/model/cassandra-diagnostics.js";
import { cassandraGrantDiagnostics } from "../targets/grants/cassandra-grant-diagnostics.js";
import { chainDiagnostics } from "../compiler/model/chain-diagnostics.js";
import { checkDiagnostics } from "../compiler/checks/diagnostics.js";
import { cosmosDiagnostics } from "../compiler/model/cosmos-diagnostics.js";
import { cosmosGrantDiagnostics } from "../targets/grants/cosmos-grant-diagnostics.js";
import { dedicatedDiagnostics } from "../compiler/model/dedicated-diagnostics.js";
import { dedicatedGrantDiagnostics } from "../compiler/model/dedicated-grant-diagnostics.js";
import { deploymentDiagnostics } from "../compiler/model/deployment-diagnostics.js";
import { entraDiagnostics } from "../compiler/model/entra-diagnostics.js";
import { expansionDiagnostics } from "../compiler/spec/expansion/diagnostics.js";
import { expressionDiagnostics } from "../compiler/expression/diagnostics.js";
import { grantDiagnostics } from "../compiler/model/grant-diagnostics.js";
import { jobDiagnostics } from "../compiler/model/job-diagnostics.js";
import { landedViewDiagnostics } from "../compiler/model/landed-view-diagnostics.js";
import { landingDiagnostics } from "../compiler/model/landing-diagnostics.js";
import { lockDiagnostics } from "../compiler/lock/diagnostics.js";
import { maskDiagnostics } from "../compiler/model/mask-diagnostics.js";
import { modelDiagnostics } from "../compiler/model/diagnostics.js";
import { partitionDiagnostics } from "../compiler/model/warehouse-partition-diagnostics.js";
import { periodDiagnostics } from "../compiler/model/period-diagnostics.js";
import { redisDiagnostics } from "../compiler/model/redis-diagnostics.js";
import { redisGrantDiagnostics } from "../targets/grants/redis-grant-diagnostics.js";
import { sensitiveDiagnostics } from "../compiler/model/sensitive-diagnostics.js";
import { sparkDiagnostics } from "../targets/spark/diagnostics.js";
import { specDiagnostics } from "../compiler/spec/diagnostics.js";
import { sqlDiagnostics } from "../targets/sql/diagnostics.js";
import { stepsDiagnostics } from "../compiler/model/steps-diagnostics.js";
import { transactGrantDiagnostics } from "../compiler/model/transact-grant-diagnostics.js";
import { triggerDiagnostics } from "../compiler/model/trigger-diagnostics.js";
import { unityDiagnostics } from "../compiler/model/unity-diagnostics.js";
import { unityGrantDiagnostics } from "../targets/grants/unity-grant-diagnostics.js";
import { warehouseDiagnostics } from "../compiler/model/warehouse-diagnostics.js";
import { watchDiagnostics } from "../compiler/model/watch-diagnostics.js";

/** Everything that a run can report. */
export const declared: readonly Rule[] = [
  ...Object.values(adfDiagnostics),
  ...Object.values(azureDiagnostics),
  ...Object.values(cassandraDiagnostics),
  ...Object.values(cassandraGrantDiagnostics),
  ...Object.values(chainDiagnostics),
  ...Object.values(checkDiagnostics),
  ...Object.values(cosmosDiagnostics),
  ...Object.values(cosmosGrantDiagnostics),
  ...Object.values(dedicatedDiagnostics),
  ...Object.values(dedicatedGrantDiagnostics),
  ...Object.values(deploymentDiagnostics),
  ...Object.values(entraDiagnostics),
  ...Object.values(expansionDiagnostics),
  ...Object.values(expressionDiagnostics),
  ...Object.values(grantDiagnostics),
  ...Object.values(jobDiagnostics),
  ...Object.values(landedViewDiagnostics),
  ...Object.values(landingDiagnostics),
  ...Object.values(lockDiagnostics),
  ...Object.values(maskDiagnostics),
  ...Object.values(modelDiagnostics),
  ...Object.values(partitionDiagnostics),
  ...Object.values(periodDiagnostics),
  ...Object.values(redisDiagnostics),
  ...Object.values(redisGrantDiagnostics),
  ...Object.values(sensitiveDiagnostics),
  ...Object.values(sparkDiagnostics),
  ...Object.values(specDiagnostics),
  ...Object.values(sqlDiagnostics),
  ...Object.values(stepsDiagnostics),
  ...Object.values(transactGrantDiagnostics),
  ...Object.values(triggerDiagnostics),
  ...Object.values(unityDiagnostics),
  ...Object.values(unityGrantDiagnostics),
  ...Object.values(warehouseDiagnostics),
  ...Object.values(watchDiagnostics),
];
