import { findKind, type KubernetesVersion } from '@podlint/model';
import type { LineIndex } from '../report/positions.js';
import { resourceView, type LintSubject } from '../rule/build-views.js';
import type { RuleSet } from '../rule/run-rules.js';
import type { RunMember, RunMembers } from './member.js';

/** What the rules over the whole run read of an object, as JSON. Everything else of it they ask for rarely. */
interface ObjectFacts {
  readonly position: number;
  readonly apiVersion: string;
  readonly kindName: string;
  /** `decoded`: of a kind that podlint judges, with the server's defaults. */
  readonly is: 'decoded' | 'as written';
  readonly value: Record<string, unknown>;
  readonly hasDirectives?: true;
}

/** By the names of versions, in the order of the file. */
export type FileFacts = Readonly<Record<string, readonly ObjectFacts[]>>;

export function factsOf(members: RunMembers): FileFacts {
  return Object.fromEntries([...members].map(([version, ofVersion]) => [version, ofVersion.map(objectFacts)]));
}

function objectFacts({
  position,
  subject: { apiVersion, kindName, kind, value, hasDirectives },
}: RunMember): ObjectFacts {
  return {
    position,
    apiVersion,
    kindName,
    is: kind ? 'decoded' : 'as written',
    value,
    ...(hasDirectives ? { hasDirectives } : {}),
  };
}

export interface RestoredFile {
  readonly path: string;
  readonly rules: RuleSet;
  /** Examines it anew, for what facts do not tell. */
  examined(): RunMembers;
}

/** The members of a file again. */
export function membersFrom(file: RestoredFile, facts: FileFacts, versions: readonly KubernetesVersion[]): RunMembers {
  return new Map(
    versions.map((version) => [
      version.name,
      (facts[version.name] ?? []).map(
        (object, at) => new RestoredMember(file, version, object, () => file.examined().get(version.name)![at]!),
      ),
    ]),
  );
}

/** A member of which only the facts are there until more is asked for. */
class RestoredMember implements RunMember {
  readonly view;
  readonly position: number;

  constructor(
    file: RestoredFile,
    version: KubernetesVersion,
    facts: ObjectFacts,
    private readonly examined: () => RunMember,
  ) {
    this.position = facts.position;
    this.view = resourceView(new RestoredSubject(file, version, facts, () => examined().subject));
  }

  get subject(): LintSubject {
    return this.examined().subject;
  }

  get lines(): LineIndex {
    return this.examined().lines;
  }
}

class RestoredSubject implements LintSubject {
  readonly minor: LintSubject['minor'];
  readonly apiVersion: string;
  readonly kindName: string;
  readonly kind: LintSubject['kind'];
  readonly value: LintSubject['value'];
  readonly hasDirectives: boolean;
  readonly file: string;

  constructor(
    private readonly restored: RestoredFile,
    version: KubernetesVersion,
    { apiVersion, kindName, is, value, hasDirectives }: ObjectFacts,
    private readonly examined: () => LintSubject,
  ) {
    this.minor = version.minor;
    this.apiVersion = apiVersion;
    this.kindName = kindName;
    this.kind = is === 'decoded' ? findKind(apiVersion, kindName) : undefined;
    this.value = value;
    this.hasDirectives = hasDirectives ?? false;
    this.file = restored.path;
  }

  get nodes(): LintSubject['nodes'] {
    return this.examined().nodes;
  }

  isStaticPodFile(): boolean {
    return this.restored.rules.isStaticPodFile(this.file);
  }

  unknownFields(): ReturnType<LintSubject['unknownFields']> {
    return this.examined().unknownFields();
  }
}
