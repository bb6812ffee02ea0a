import type { ExpressionAge, SelectorFault } from '@podlint/kinds';
import { isEnabled, type Minor } from '@podlint/model';
import { compile } from '../cel/compile.js';
import { deviceEnvironment, plainDevice, sharedDevice } from '../cel/devices/environment.js';
import { sizeInDevice } from '../cel/devices/sizes.js';
import type { Environment } from '../cel/environment.js';
import { estimateCost } from '../cel/estimate/estimate-cost.js';
import { anyType, boolType } from '../cel/types.js';
import { compileFault, wrongType } from './faults.js';
import { says } from './messages.js';

/** CELSelectorExpressionMaxCost, k8s.io/api/resource/v1. */
const maxCost = 1_000_000;

/** Why an expression cannot select devices (k8s.io/dynamic-resource-allocation/cel, CompileCELExpression). */
export function deviceSelectorFault(expression: string, age: ExpressionAge, minor: Minor): SelectorFault | undefined {
  const compiled = compile(expression, environmentFor(age, minor));
  if ('problems' in compiled) return { kind: 'not compiled', ...compileFault(expression, compiled.problems) };
  const { type, checked } = compiled;
  // An attribute may turn out to be a boolean.
  if (!type.equals(boolType) && !type.equals(anyType))
    return { kind: 'not compiled', message: wrongType(type, [boolType]) };
  const cost = estimateCost(checked, sizeInDevice).max;
  return cost > maxCost ? { kind: 'too costly', message: says['too-costly']({ limit: maxCost }) } : undefined;
}

/** New expressions get what the version before knows, besides fields behind gates that are on. */
function environmentFor(age: ExpressionAge, minor: Minor): Environment {
  const isShared = age === 'stored' || isEnabled('DRAConsumableCapacity', minor);
  return deviceEnvironment(age === 'new' ? minor - 1 : minor, isShared ? sharedDevice : plainDevice);
}
