"""Tests of the runtime: real sockets on the loopback, no mocks; clock, sleep and random source are given."""
