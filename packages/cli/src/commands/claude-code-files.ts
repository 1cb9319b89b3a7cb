interface Wrapper {
  readonly description: string
  readonly hint: string
  readonly run: string
  readonly after: string
  /** It may take longer than a tool call is given. */
  readonly isLong?: true
}

const LONG =
  'Run this in the background: it may take hours. Ask `npx @blueprint-engine/cli batch status ID` how it stands, at most once a minute, and go on when nobody works on it any more:'

const COMMANDS: Readonly<Record<string, Wrapper>> = {
  'batch-gen-prp': {
    description: 'Write work items for the phases of a plan',
    hint: 'PLAN.md [--batch ID]',
    run: 'npx @blueprint-engine/cli batch generate $ARGUMENTS',
    after:
      'If the plan has errors, show them with their lines and propose what to write instead. Change the plan only when asked to.',
  },
  'batch-exe-prp': {
    description: 'Execute the work items of a batch in parallel',
    hint: '--batch ID [--stage N] [--items A,B] [--resume]',
    isLong: true,
    run: 'npx @blueprint-engine/cli batch execute --agent claude $ARGUMENTS',
    after:
      'If items failed or were blocked, say which and why, and what `--resume` would do again. Do not do their work yourself.',
  },
  'batch-peer-review': {
    description: 'Review the work items of a batch',
    hint: '--batch ID [--mode structural|full --agent claude]',
    run: 'npx @blueprint-engine/cli batch review $ARGUMENTS',
    after: 'List the items from the lowest score up, each with its findings.',
  },
  'batch-update-context': {
    description: 'Bring the work items of a batch up to date with git',
    hint: '--batch ID',
    run: 'npx @blueprint-engine/cli batch update-context $ARGUMENTS',
    after: 'Name the items whose drift is medium or high, and the files that make the difference.',
  },
}

const AGENTS: Readonly<Record<string, Wrapper & { readonly tools: string }>> = {
  'generator-subagent': {
    description:
      'Drafts a phase of a plan so that `plan check` finds no fault. Use it to write or mend plans.',
    hint: '',
    run: 'npx @blueprint-engine/cli plan check PLAN.md',
    after:
      'A phase has Goal, Estimated Hours, Complexity, Files Modified, Dependencies, Implementation Steps and Validation Gates. Repeat until there are no findings.',
    tools: 'Read, Grep, Glob, Edit, Write, Bash',
  },
  'executor-subagent': {
    description:
      'Does one work item in the current checkout. Use it for a single item outside of a batch run.',
    hint: '',
    run: 'npx @blueprint-engine/cli batch status BATCH',
    after:
      'Read the item, change only the files that it declares, run its gates, and do not commit: the batch makes the commit.',
    tools: 'Read, Grep, Glob, Edit, Write, Bash',
  },
  'reviewer-subagent': {
    description: 'Reviews one work item and changes nothing. Use it for a second opinion on a single item.',
    hint: '',
    run: 'npx @blueprint-engine/cli batch review --batch BATCH --json',
    after:
      'Judge completeness, clarity, feasibility and consistency with the other items. End with {"score": 0 to 10, "findings": ["..."]}.',
    tools: 'Read, Grep, Glob, Bash',
  },
  'context-updater-subagent': {
    description:
      'Explains the drift of a batch: what was declared and what git shows. Use it after a batch was executed.',
    hint: '',
    run: 'npx @blueprint-engine/cli batch update-context --batch BATCH --json',
    after:
      'For each item above 25 say which file makes the difference, and whether the plan or the work should follow.',
    tools: 'Read, Grep, Glob, Bash',
  },
}

/** Texts by path within the project. */
export const claudeCodeFiles: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(COMMANDS).map(([name, { description, hint, run, after, isLong }]) => [
      `.claude/commands/${name}.md`,
      `---\ndescription: ${description}\nargument-hint: "${hint}"\nallowed-tools: Bash(npx @blueprint-engine/cli:*)\n---\n\n${isLong === true ? LONG : 'Run this and wait for its end:'}\n\n\`\`\`sh\n${run}\n\`\`\`\n\nThen sum up what it printed. ${after}\n`,
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(AGENTS).map(([name, { description, run, after, tools }]) => [
      `.claude/agents/${name}.md`,
      `---\nname: ${name}\ndescription: ${description}\ntools: ${tools}\n---\n\nWork with this command:\n\n\`\`\`sh\n${run}\n\`\`\`\n\n${after}\n`,
    ]),
  ),
}
