# Running tension in data.table (see in_memory.sh for the job):
#
#   data_table_in_memory.R power|table COLUMNS EVENTS REPETITIONS CHECK
#
# The decayed sum after an event is the running sum of points * 2^(day/30), brought back by 2^(-day/30), by dyad; days
# count from the middle of the span, so that neither is too large. The table is keyed by dyad. `power` raises 2 to a
# power for each event, as the formula stands; `table` takes both powers from tables by day, made beforehand.

suppressMessages(library(data.table))
setDTthreads(1)
arguments <- commandArgs(trailingOnly = TRUE)
form <- arguments[1]
events <- as.integer(arguments[3])
column <- function(name, what, size) readBin(paste0(arguments[2], ".", name), what, events, size)
first <- as.integer(as.Date("2010-01-01"))
last <- as.integer(as.Date("2019-12-31"))
middle <- (first + last) %/% 2L
DT <- data.table(dyad = column("dyad", "integer", 4), day = column("day", "integer", 4),
                 points = column("points", "double", 8))
setkey(DT, dyad)
up <- 2^((first:last - middle) / 30)
down <- 2^((middle - first:last) / 30)

power <- function() {
  DT[, tension := cumsum(points * 2^((day - middle) / 30)) * 2^((middle - day) / 30), by = dyad]
}
by_table <- function() {
  DT[, tension := {
    at <- day - (first - 1L)
    cumsum(points * up[at]) * down[at]
  }, by = dyad]
}

for (i in seq_len(as.integer(arguments[4]))) {
  took <- system.time(if (form == "power") power() else by_table(), gcFirst = FALSE)
  cat(sprintf("%.6f\t%.6f\n", took[["elapsed"]], took[["user.self"]] + took[["sys.self"]]))
}
at <- (0:999 * as.numeric(events)) %/% 1000 + 1
writeLines(sprintf("%.17g", c(sum(DT$tension), sum(abs(DT$tension)), DT$tension[at])), arguments[5])
