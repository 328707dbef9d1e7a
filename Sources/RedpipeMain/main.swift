print("redpipe")
