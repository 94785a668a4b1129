# The peers' job in data.table: data_table.R gdelt|plain EVENTS WEIGHTS OUTPUT THREADS (see run.sh for the job).
#
# Only the four columns are read; actors, days and codes become small numbers before events are grouped. Directed cells
# first, undirected ones from them, so that events are grouped once.

suppressPackageStartupMessages(library(data.table))

arguments <- commandArgs(trailingOnly = TRUE)
kind <- arguments[1]
setDTthreads(as.integer(arguments[5]))
invisible(Sys.setlocale("LC_COLLATE", "C"))  # pairs are alphabetical by bytes

events <- if (kind == "gdelt") {
  fread(arguments[2], sep = "\t", quote = "", header = FALSE, na.strings = NULL, select = c(2L, 8L, 18L, 27L),
        colClasses = list(integer = 2L, character = c(8L, 18L, 27L)), col.names = c("date", "source", "target", "code"),
        showProgress = FALSE)
} else {
  fread(arguments[2], sep = ",", header = TRUE, na.strings = NULL, colClasses = c("IDate", rep("character", 3L)),
        col.names = c("date", "source", "target", "code"), showProgress = FALSE)
}
events <- events[source != "" & target != "" & source != target]

weights <- fread(arguments[3], colClasses = c("character", "numeric"))
events[, score := weights$score[chmatch(code, weights$code)]]
events <- events[!is.na(score)]

# Days count from a reference day near the events, for 2^(days/30) to stay within a double.
reference <- 18262L  # 2020-01-01
dates <- unique(events$date)
days <- if (kind == "gdelt") as.Date(as.character(dates), "%Y%m%d") else as.Date(dates)
parts <- as.POSIXlt(days)
at <- match(events$date, dates)
events[, `:=`(month = ((parts$year + 1900L) * 12L + parts$mon)[at],
              growing = score * (2^((as.integer(days) - reference) / 30))[at])]

directed <- events[, .(sum = sum(score), count = .N, growing = sum(growing)), keyby = .(source, target, month)]
undirected <- directed[, .(source = fifelse(source < target, source, target),
                           target = fifelse(source < target, target, source), month, sum, count, growing)]
undirected <- undirected[, .(sum = sum(sum), count = sum(count), growing = sum(growing)),
                         keyby = .(source, target, month)]
panel <- rbindlist(list(directed = directed, undirected = undirected), idcol = "kind")

panel[, growing := cumsum(growing), by = .(kind, source, target)]
months <- unique(panel$month)
last_day <- as.integer(as.Date(sprintf("%d-%02d-01", (months + 1L) %/% 12L, (months + 1L) %% 12L + 1L))) - 1L
at <- match(panel$month, months)
panel[, `:=`(month = sprintf("%d-%02d", months %/% 12L, months %% 12L + 1L)[at],
             mean = sum / count,
             decayed = growing * (2^((reference - last_day) / 30))[at])]
fwrite(panel[, .(kind, source, target, month, sum, mean, count, decayed)], arguments[4], showProgress = FALSE)
