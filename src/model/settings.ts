/** How the sides of a deck are scheduled. Durations of steps are in seconds. */
export interface ScheduleSettings {
  /** Chance of recall aimed at, 0.70–0.99. */
  readonly desiredRetention: number;
  readonly maximumIntervalDays: number;
  readonly learningStepsSeconds: readonly number[];
  readonly relearningStepsSeconds: readonly number[];
  readonly fuzz: boolean;
  readonly loadBalance: boolean;
  /** Monday first, 0–1: how much of a normal day's work that weekday takes. */
  readonly easyDays: readonly number[];
  readonly leechThreshold: number;
  readonly leechAction: 'suspend' | 'tag';
  /** FSRS-6's 21 numbers; absent for the defaults. */
  readonly parameters?: readonly number[];
}

/** What a day may bring. */
export interface LimitSettings {
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
  readonly burySiblings: boolean;
  /** Minutes that a learning card may be shown early when nothing else is left. */
  readonly learnAheadMinutes: number;
}

export interface Settings {
  readonly schedule: ScheduleSettings;
  readonly limits: LimitSettings;
  /** The hour, 0–23, at which a study day changes. */
  readonly rolloverHour: number;
  /** An IANA zone; absent for the machine's own. */
  readonly timeZone?: string;
  readonly buttons: 2 | 4;
  readonly plain: boolean;
  /** Drafts that one document may add. */
  readonly draftsPerDocument: number;
  /** Where this machine mirrors its log; absent for nowhere. */
  readonly logDir?: string;
  /** Key bindings by action, over the table of `tui/keys.ts`. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
}

export const defaultSettings: Settings = {
  schedule: {
    desiredRetention: 0.9,
    maximumIntervalDays: 36_500,
    learningStepsSeconds: [60, 600],
    relearningStepsSeconds: [600],
    fuzz: true,
    loadBalance: true,
    easyDays: [1, 1, 1, 1, 1, 1, 1],
    leechThreshold: 8,
    leechAction: 'tag',
  },
  limits: { newPerDay: 10, reviewsPerDay: 200, burySiblings: true, learnAheadMinutes: 20 },
  rolloverHour: 4,
  buttons: 4,
  plain: false,
  draftsPerDocument: 40,
  keys: {},
};
