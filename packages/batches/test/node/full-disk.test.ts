import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isBuilt, mainPath } from '../../../../test/support/spawn-blueprint.ts'

const ITEMS = 4

/** Runs a script on a disk of six megabytes that nobody else can see. */
function onSmallDisk(script: string): { readonly status: number | null; readonly output: string } {
  const folder = mkdtempSync(join(tmpdir(), 'batch-disk-'))
  const mounted = `mount -t tmpfs -o size=6m tmpfs '${folder}' && cd '${folder}' && ${script}`
  const args = ['--user', '--map-root-user', '--mount', 'sh', '-c', mounted]
  const { status, stdout, stderr } = spawnSync('unshare', args, { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  return { status, output: `${stdout}${stderr}` }
}

/** The agent of the third item fills the disk until that is mended. */
const SCRIPT = `
export DISK="$PWD" GIT_CONFIG_GLOBAL=/dev/null
mkdir repo && cd repo && git init -q -b main && git config user.name T && git config user.email t@example.org
mkdir work-items
for i in $(seq ${ITEMS}); do
  printf -- '---\\nprp_id: PRP-7.1.%s\\nstatus: pending\\nfiles_modified: [f%s.txt]\\n---\\n\\n# Item %s\\n' $i $i $i > work-items/PRP-7.1.$i.md
done
cat > .git/agent.sh <<'END'
id=$(sed -n 's/.*"work_item_id": "\\([^"]*\\)".*/\\1/p' "$BLUEPRINT_TASK_DIR/spec.json")
echo "$id" >> "f\${id##*.}.txt"
if [ "$id" = PRP-7.1.3 ] && [ ! -e "$DISK/mended" ]; then
  cat /dev/zero >> "$DISK/filler"
fi
printf '{"work_item_id":"%s","status":"success"}' "$id" > "$BLUEPRINT_TASK_DIR/result.json"
END
git add --all && git commit -q -m begin
run() {
  '${process.execPath}' '${mainPath}' batch execute --batch 7 --workers 2 --agent "sh $PWD/.git/agent.sh" "$@" 2>&1
  echo "ended with $?"
}
run
rm "$DISK/filler" && touch "$DISK/mended"
run --resume
echo "commits: $(git log --reverse --format=%s | tr '\\n' ',')"
echo "left: $(git for-each-ref --format='%(refname)') $(git worktree list | wc -l)"
cat f*.txt
`

const isSmallDiskPossible = process.platform === 'linux' && onSmallDisk('true').status === 0

test.skipIf(!isBuilt || !isSmallDiskPossible)(
  'a batch on a disk that gets full ends in order, and --resume goes on (needs Linux with user namespaces, and dist/)',
  { timeout: 120_000 },
  () => {
    const { output } = onSmallDisk(SCRIPT)
    expect(output).not.toContain('node:internal')
    const [, first, second] = /ended with (\d+)\n[^]*ended with (\d+)\n/.exec(output) ?? []
    expect({ isRefused: Number(first) > 0, second }, output).toEqual({ isRefused: true, second: '0' })
    const ids = Array.from({ length: ITEMS }, (_, i) => `PRP-7.1.${i + 1}`)
    // What was done is landed, the rest after it.
    const commits = /^commits: begin,(.*),$/m.exec(output)?.[1]?.split(',').sort()
    expect(commits).toEqual(ids.map((id) => `${id}: Item ${id.slice(-1)}`))
    expect(output).toContain('left: refs/heads/main 1\n')
    expect(output.trimEnd().split('\n').slice(-ITEMS)).toEqual(ids)
  },
)
