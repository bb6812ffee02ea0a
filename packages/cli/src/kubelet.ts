/** What the kubelet and the Job controller do with a Pod over time. Runs in a browser, and loads nothing else of podlint. */
export {
  podActions,
  podStatus,
  simulateLife,
  syncJob,
  type ContainerRun,
  type ContainerScenario,
  type GoneEvent,
  type JobVerdict,
  type LifeEvent,
  type PodActionsVerdict,
  type PodStatusFacts,
  type PodStatusVerdict,
  type ProcessEvent,
  type Scenario,
  type SeenContainer,
  type StatusEvent,
} from '@podlint/kubelet/life';
