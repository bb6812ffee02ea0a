import { defineRule, type ReferenceGraph, type Rule } from '@podlint/engine/rule';
import { references, type RefFacts } from './refs/facts.js';
import { graphOf } from './refs/graph.js';

/** What stands for a rule while a graph is drawn. */
export const graphRuleId = 'refs/graph';

/**
 * A rule that finds nothing, and hands the graph of each run over: of each build of a kustomization, and at last of all
 * files together.
 */
export function graphRule(take: (graph: ReferenceGraph) => void): Rule {
  return defineRule<never, unknown, RefFacts>({
    id: graphRuleId,
    level: 'info',
    summary: 'Who refers to whom',
    messages: {},
    collects: references,
    run(view) {
      take(graphOf(view));
    },
  });
}
