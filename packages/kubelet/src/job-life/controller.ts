import { smallest } from '@podlint/plain';
import { type JobVerdict, runSync } from '../job/index.js';
import type { BackOffRecord, JobSpec } from '../job/job-facts.js';
import type { Chance } from '../life/beat.js';
import { Clock, micros, second } from '../life/clock.js';
import { lifeUnder } from '../life/index.js';
import type { LifeEvent, Scenario } from '../life/scenario.js';
import type { PodSpec } from '../restart-policy.js';
import { inOrder } from './in-order.js';
import type { JobLifeEvent } from './job-life.js';
import { JobJournal } from './job-journal.js';
import { LivingPodOfJob } from './living-pod.js';
import { scenarioOfNext } from './scenario-of-next.js';

/** SyncJobBatchPeriod, pkg/controller/job/job_controller.go: news of Pods, and of the Job's own status, wait so long. */
const batchPeriod = 1;
/** The controller has to end. */
const mostPods = 2000;

/** The Job controller (pkg/controller/job/job_controller.go) with one Job, and the kubelets of its Pods. */
export class JobController {
  readonly #clock = new Clock();
  readonly #journal = new JobJournal();
  readonly #spec: PodSpec;
  readonly #pods: LivingPodOfJob[] = [];
  /** Those with which the controller still has something to do. */
  #open: LivingPodOfJob[] = [];
  readonly #scenarios = new Map<LivingPodOfJob, Scenario>();
  /** A Pod that does the same lives the same life. */
  readonly #lives = new Map<string, readonly LifeEvent[]>();
  #nextSync = Infinity;
  #startedAt: number | undefined;
  #backOff: BackOffRecord | undefined;
  #lastSync = 0;
  #status: JobVerdict | undefined;

  constructor(
    private readonly job: JobSpec,
    private readonly scenario: Scenario,
    private readonly chance: Chance,
  ) {
    this.#spec = job.template?.spec ?? {};
  }

  run(): readonly JobLifeEvent[] {
    const { deleteAt, horizon } = this.scenario;
    this.#syncAt(0);
    if (deleteAt !== undefined)
      this.#clock.at(micros(deleteAt), () => {
        this.#deleteAll();
      });
    this.#clock.runUntil(() => micros(horizon));
    return inOrder([...this.#journal.events, ...this.#pods.flatMap((pod) => pod.told(horizon))]);
  }

  get #now(): number {
    return this.#clock.now / second;
  }

  /** The queue keeps the earliest moment. */
  #syncAt(moment: number): void {
    if (moment >= this.#nextSync) return;
    this.#nextSync = moment;
    this.#clock.at(micros(moment), () => {
      if (this.#nextSync !== moment) return;
      this.#nextSync = Infinity;
      this.#sync();
    });
  }

  #hear(): void {
    this.#syncAt(this.#now + batchPeriod);
  }

  #isFinished(): boolean {
    return this.#status?.conditions.some(({ type }) => type === 'Complete' || type === 'Failed') ?? false;
  }

  #sync(): void {
    if (this.#isFinished()) return;
    const now = this.#now;
    for (const pod of this.#open) pod.advance(now);
    this.#open = this.#open.filter((pod) => !pod.isOver);
    const { verdict, done, backOff, startedAgo } = runSync({
      job: this.job,
      status: {
        ...this.#status,
        startedAgo: this.#startedAt === undefined ? undefined : now - this.#startedAt,
      },
      pods: this.#open.map((pod) => pod.factsAt(now)),
      backOff: this.#backOff && {
        ...this.#backOff,
        lastFailureAgo: this.#backOff.lastFailureAgo + now - this.#lastSync,
      },
    });
    this.#backOff = backOff;
    this.#lastSync = now;
    if (startedAgo !== undefined) this.#startedAt ??= Math.floor(now);
    this.#act(verdict, new Set(done.map(({ name }) => name)));
  }

  #act(verdict: JobVerdict, done: ReadonlySet<string>): void {
    const now = this.#now;
    for (const pod of this.#open) {
      if (done.has(pod.made.name)) pod.isCounted = true;
      if (verdict.delete.includes(pod.made.name)) this.#delete(pod, { evicts: false, grace: undefined });
    }
    const created =
      typeof verdict.create === 'number' ? Array.from({ length: verdict.create }, () => ({})) : verdict.create;
    for (const wanted of created) this.#create(wanted);
    if (this.#journal.noteStatus(now, verdict)) this.#hear();
    this.#status = verdict;
    this.#planRemoval();
    const next = smallest(verdict.syncAfter ?? []);
    if (next !== Infinity) this.#syncAt(now + next);
  }

  /**
   * The controller of ttlSecondsAfterFinished (pkg/controller/ttlafterfinished) counts from the time in the condition,
   * which is in whole seconds.
   */
  #planRemoval(): void {
    const { ttlSecondsAfterFinished: ttl } = this.job;
    if (ttl === undefined || !this.#isFinished()) return;
    const moment = Math.max(this.#now, Math.floor(this.#now) + ttl);
    this.#clock.at(micros(moment), () => {
      this.#journal.noteGone(moment);
    });
  }

  #create({ index, indexFailureCount }: { readonly index?: number; readonly indexFailureCount?: number }): void {
    if (this.#pods.length >= mostPods) return;
    const containers = [...(this.#spec.containers ?? []), ...(this.#spec.initContainers ?? [])];
    const name = `pod ${this.#pods.length + 1}`;
    const pod = new LivingPodOfJob(
      { name, index, indexFailureCount, createdAt: this.#now },
      containers.map((container) => container.name ?? ''),
    );
    const scenario = scenarioOfNext(this.#spec, { scenario: this.scenario, pods: this.#pods, now: this.#now });
    this.#pods.push(pod);
    this.#open.push(pod);
    this.#live(pod, scenario);
    this.#hear();
  }

  #live(pod: LivingPodOfJob, scenario: Scenario): void {
    this.#scenarios.set(pod, scenario);
    const key = JSON.stringify(scenario, (_, value: unknown) => (value === Infinity ? 'ever' : value));
    const life = this.#lives.get(key) ?? lifeUnder(this.chance, this.#spec, scenario);
    this.#lives.set(key, life);
    pod.live(life);
    const { deletion } = pod;
    for (const moment of pod.newsAfter(this.#now))
      this.#clock.at(micros(moment), () => {
        if (pod.deletion === deletion) this.#hear();
      });
  }

  #delete(
    pod: LivingPodOfJob,
    { evicts, grace }: { readonly evicts: boolean; readonly grace: number | undefined },
  ): void {
    if (pod.deletion) return;
    const scenario = this.#scenarios.get(pod);
    if (!scenario) return;
    pod.deletion = { at: this.#now, evicts };
    const deleteAt = this.#now - pod.made.createdAt;
    this.#live(pod, { ...scenario, deleteAt, ...(grace !== undefined && { deleteGrace: grace }) });
    this.#hear();
  }

  /** Somebody deletes the Pods that are there, or drains their nodes. */
  #deleteAll(): void {
    const { deleteGrace: grace, evicts = false } = this.scenario;
    for (const pod of this.#pods) pod.advance(this.#now);
    for (const pod of this.#pods) if (!pod.hasEnded) this.#delete(pod, { evicts, grace });
  }
}
