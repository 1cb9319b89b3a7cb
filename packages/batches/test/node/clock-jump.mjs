// A machine that slept: two seconds after the start of the program the clock on the wall is six hours further.
const now = Date.now.bind(Date)
const started = now()
Date.now = () => (now() - started > 2000 ? now() + 6 * 3_600_000 : now())
