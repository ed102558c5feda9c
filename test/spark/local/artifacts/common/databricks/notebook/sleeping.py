# Databricks notebook source
import time

print("asleep")
time.sleep(600)
