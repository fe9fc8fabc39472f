"""The command line: arguments -> calls, reports, exit codes. No logic of the stages."""
